import { FileDown } from 'lucide-react';
import './drop-veil.css';

/** Over the screen while files are held above it. */
export function DropVeil({ children }: { readonly children: string }) {
  return (
    <div className="drop-veil" role="status">
      <div className="drop-veil-words">
        <FileDown size={24} aria-hidden />
        {children}
      </div>
    </div>
  );
}
