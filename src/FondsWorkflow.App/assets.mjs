// Installs KERN, htmx and axe from the lock file and copies what the pages need into wwwroot/lib. The build calls it; two builds at once wait for each other.
import { execSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const at = (...parts) => path.join(root, ...parts);
const lock = at('obj', 'assets.lock');
const stamp = at('obj', 'assets.stamp');
const staleAfter = 5 * 60_000;
const npmIsMissing = 2; // Assets.targets says so.
const wanted = fs.readFileSync(at('package-lock.json'), 'utf8') + fs.readFileSync(at('assets.mjs'), 'utf8');

const files = [
  ['@kern-ux/native/dist/kern.min.css', 'kern/kern.min.css'],
  ['@kern-ux/native/LICENSE.md', 'kern/LICENSE.md'],
  ...['Regular', 'Italic', 'Medium', 'SemiBold', 'Bold'].map(w => [`@kern-ux/native/dist/fonts/fira-sans/FiraSans-${w}.woff2`, `kern/FiraSans-${w}.woff2`]),
  ['htmx.org/dist/htmx.min.js', 'htmx/htmx.min.js'],
];

const done = () => fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted
  && fs.existsSync(at('node_modules', 'axe-core', 'axe.min.js')) && files.every(([, to]) => fs.existsSync(at('wwwroot', 'lib', to)));

function takeLock() {
  fs.mkdirSync(at('obj'), { recursive: true });
  for (;;) {
    try { fs.mkdirSync(lock); return; } catch (e) { if (e.code !== 'EEXIST') throw e; }
    const age = Date.now() - (fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > staleAfter) fs.rmSync(lock, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

function install() {
  try { execSync('npm --version', { stdio: 'ignore' }); } catch {
    process.exitCode = npmIsMissing;
    return;
  }
  execSync('npm ci --no-audit --no-fund --loglevel=error', { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  for (const [from, to] of files) {
    const target = at('wwwroot', 'lib', to);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.copyFileSync(at('node_modules', from), `${target}.new`);
    fs.renameSync(`${target}.new`, target);
  }
  fs.writeFileSync(stamp, wanted);
}

if (!done()) {
  takeLock();
  try { if (!done()) install(); } finally { fs.rmSync(lock, { recursive: true, force: true }); }
}
