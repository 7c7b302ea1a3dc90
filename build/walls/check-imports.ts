import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { homes, rooms } from './table.ts';
import type { Room } from './table.ts';

/** One import that crosses a wall. */
export interface Breach {
  readonly file: string;
  readonly line: number;
  readonly sentence: string;
}

interface Import {
  readonly specifier: string | undefined;
  readonly start: number;
}

/**
 * Checks the imports of one file. Types count like values: a wall is about what one part knows of another, not about what runs.
 * @param file its path below the checkout's top, with forward slashes
 */
export function checkImports(file: string, source: string): readonly Breach[] {
  const room = roomOf(file);
  if (!room) return [{ file, line: 1, sentence: 'belongs to no room' }];
  return importsOf(file, source).flatMap(({ specifier, start }) => {
    const sentence = complaint(file, room, specifier);
    return sentence ? [{ file, line: source.slice(0, start).split('\n').length, sentence }] : [];
  });
}

function complaint(file: string, room: Room, specifier: string | undefined): string | undefined {
  if (specifier === undefined) return 'imports a computed address, which no wall can check';
  if (specifier.startsWith('.') || specifier.startsWith('/')) {
    const target = posix.join(posix.dirname(file), specifier.replace(/\?.*$/, ''));
    const targetRoom = roomOf(target);
    if (targetRoom === room) return undefined;
    if (targetRoom && room.mayImport.includes(targetRoom.name)) return undefined;
    return `${room.name} may not import ${targetRoom?.name ?? 'from outside src/'}: ${target}`;
  }
  const name = builtinModules.includes(specifier) ? `node:${specifier}` : specifier;
  const home = homes.find(({ packages }) => packages.some((known) => isPackage(name, known)));
  if (!home || home.rooms.includes(room.name)) return undefined;
  return `${room.name} may not import the package ${specifier}`;
}

/** A known name that ends in `:` or `/` stands for all names that begin with it. */
function isPackage(name: string, known: string): boolean {
  if (/[:/]$/.test(known)) return name.startsWith(known);
  return name === known || name.startsWith(`${known}/`);
}

function roomOf(path: string): Room | undefined {
  return rooms.find(({ folder, flat }) =>
    flat ? posix.dirname(path) === folder.slice(0, -1) : path.startsWith(folder),
  );
}

function importsOf(file: string, source: string): readonly Import[] {
  const { module, program, errors } = parseSync(file, source);
  const broken = errors[0];
  if (broken) throw new Error(`${file}: ${broken.message}`);
  const types: Import[] = [];
  new Visitor({
    TSImportType: ({ source: { value }, start }) => types.push({ specifier: value, start }),
  }).visit(program);
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, start }) =>
      moduleRequest ? [{ specifier: moduleRequest.value, start }] : [],
    ),
  );
  return [
    ...module.staticImports.map(({ moduleRequest, start }) => ({
      specifier: moduleRequest.value,
      start,
    })),
    ...exports,
    ...types,
    ...module.dynamicImports.map(({ moduleRequest, start }) => ({
      specifier: literal(source.slice(moduleRequest.start, moduleRequest.end)),
      start,
    })),
  ];
}

/** The text of a plain string literal; undefined for anything that is computed. */
function literal(text: string): string | undefined {
  return /^(['"`])([^'"`$\\]*)\1$/.exec(text)?.[2];
}
