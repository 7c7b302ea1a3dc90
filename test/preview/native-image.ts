import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { NativeImage as ElectronNativeImage } from 'electron';
import type { Takes } from './surface.ts';

/** Image bytes with the size that their PNG header states. Nothing is decoded. */
export interface NativeImage {
  isEmpty(): boolean;
  getSize(): { width: number; height: number };
  getAspectRatio(): number;
  resize(options: { width?: number; height?: number }): NativeImage;
  toPNG(): Buffer;
  toDataURL(): string;
  setTemplateImage(option: boolean): void;
  isTemplateImage(): boolean;
  addRepresentation(options: object): void;
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

function createImage(bytes: Buffer, size: { width: number; height: number }): NativeImage {
  let template = false;
  return {
    isEmpty: () => bytes.length === 0,
    getSize: () => size,
    getAspectRatio: () => (size.height === 0 ? 1 : size.width / size.height),
    resize: ({ width = size.width, height = size.height }) => createImage(bytes, { width, height }),
    toPNG: () => bytes,
    toDataURL: () => `data:image/png;base64,${bytes.toString('base64')}`,
    setTemplateImage: (option) => {
      template = option;
    },
    isTemplateImage: () => template,
    addRepresentation: () => undefined,
  };
}

function fromBytes(bytes: Buffer): NativeImage {
  const isPng = bytes.length >= 24 && bytes.subarray(0, 4).equals(pngSignature);
  if (!isPng) return createImage(Buffer.alloc(0), { width: 0, height: 0 });
  return createImage(bytes, { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) });
}

export const nativeImage = {
  createEmpty: (): NativeImage => fromBytes(Buffer.alloc(0)),
  createFromBuffer: (bytes: Buffer): NativeImage => fromBytes(bytes),
  createFromPath: (path: string): NativeImage => {
    try {
      return fromBytes(readFileSync(path));
    } catch {
      // As Electron: a missing file is an empty image.
      return fromBytes(Buffer.alloc(0));
    }
  },
  createFromDataURL: (url: string): NativeImage =>
    fromBytes(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')),
};

type ElectronModule = typeof import('electron').nativeImage;
nativeImage satisfies Takes<Pick<ElectronModule, keyof typeof nativeImage>>;

type Whole = Pick<ElectronNativeImage, keyof NativeImage>;
nativeImage satisfies { createEmpty(): Takes<Whole> };

/** Folder and file of a picture that was given by its path; a path without a picture, as a mistake of the app, throws. */
export function pictureName(picture: NativeImage | string): string {
  if (typeof picture !== 'string') return '';
  if (!existsSync(picture)) throw new Error(`There is no picture at ${picture}`);
  return `${basename(dirname(picture))}/${basename(picture)}`;
}
