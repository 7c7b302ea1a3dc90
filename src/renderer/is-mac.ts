/** By the browser's own word on where it runs. */
export const isMac = (userAgent: string): boolean => userAgent.includes('Mac OS X');
