// First: what follows makes schemas as it is read.
import './plain-validation.ts';
import { App } from './App.tsx';
import { drawWindow } from './draw-window.tsx';

drawWindow(App);
