// First: what follows makes schemas as it is read.
import './plain-validation.ts';
import { drawWindow } from './draw-window.tsx';
import { PaletteWindow } from './palette/PaletteWindow.tsx';

drawWindow(PaletteWindow, (bridge) => void bridge.run('show-palette', { shown: false }));
