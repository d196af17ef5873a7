import '../shared/lib/no-eval.ts';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { installTrustedTypes } from './app/trusted-types.ts';
import { PrintPage } from './report-kit/print-page.tsx';

installTrustedTypes();

const root = document.getElementById('print');
if (root !== null) createRoot(root).render(<PrintPage />);
