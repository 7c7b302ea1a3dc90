import { app } from 'electron';
import { linkScheme } from '../../shared/link.ts';

/** Tells the system that links of our scheme are ours; in the packages their installers do. */
export function claimLinks(): void {
  app.setAsDefaultProtocolClient(linkScheme);
}
