import './plain-validation.ts';
import './bridge.ts';
import './window.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PaletteWindow } from './palette/PaletteWindow.tsx';
import { createAppStore } from './state/app-store.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');

createRoot(root).render(
  <StrictMode>
    <PaletteWindow bridge={window.azimuth} store={createAppStore(window.azimuth)} />
  </StrictMode>,
);
