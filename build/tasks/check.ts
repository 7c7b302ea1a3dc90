import { spawn } from 'node:child_process';
import { root } from '../paths.ts';

interface Check {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
}

const checks: readonly Check[] = [
  { name: 'format', script: 'node_modules/prettier/bin/prettier.cjs', args: ['--check', '.'] },
  { name: 'lint', script: 'node_modules/oxlint/bin/oxlint', args: [] },
  { name: 'types', script: 'node_modules/typescript/bin/tsc', args: ['-p', 'tsconfig.json'] },
  {
    name: 'types of the window',
    script: 'node_modules/typescript/bin/tsc',
    args: ['-p', 'tsconfig.web.json'],
  },
  { name: 'walls', script: 'build/tasks/walls.ts', args: [] },
  { name: 'dead code', script: 'node_modules/knip/bin/knip.js', args: [] },
];

/** What a check says is shown only where it failed; which ones ran, always. */
async function run({ name, script, args }: Check): Promise<boolean> {
  const started = performance.now();
  const child = spawn(process.execPath, [script, ...args], { cwd: root });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (code !== 0) console.log(said.join('').trimEnd());
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  return code === 0;
}

const failed: string[] = [];
for (const check of checks) {
  if (!(await run(check))) failed.push(check.name);
}
console.log(failed.length === 0 ? 'Every check holds.' : `Failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
