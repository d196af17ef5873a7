import '../shared/lib/no-eval.ts';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { installTrustedTypes } from './app/trusted-types.ts';
import { startStores } from './state/start.ts';

installTrustedTypes();
startStores();

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
