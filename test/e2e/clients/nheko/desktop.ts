import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { until } from '../../support/until.ts';

const run = promisify(execFile);

/** A screen without a monitor, with a window manager, a pointer and a keyboard. */
export interface Desktop extends AsyncDisposable {
  /** Home of whatever runs there. */
  readonly home: string;
  /** Starts a program with a session bus of its own; it ends with the desktop. */
  start(command: string, args?: readonly string[]): ChildProcess;
  /** Clicks as a hand does: too quick a click is no click for Qt. */
  click(x: number, y: number): Promise<void>;
  /** Turns the wheel over a place: up by a negative number of notches. */
  scroll(x: number, y: number, notches: number): Promise<void>;
  /** A key by its X name, « Return », « ctrl+k ». */
  key(...names: readonly string[]): Promise<void>;
  /** Writes text where the cursor is, by the clipboard: no keyboard has all of its letters. */
  paste(text: string): Promise<void>;
  /** Gives the window of a program a size in pixels, in the corner of the screen. */
  resize(title: string, width: number, height: number): Promise<void>;
  /** What the screen shows, from its corner, as a PNG file. */
  capture(file: string, width: number, height: number): Promise<void>;
}

const SCREEN = { width: 1100, height: 900 };
const BARE_WINDOWS = `<openbox_config xmlns="http://openbox.org/3.4/rc">
<applications><application class="*"><decor>no</decor></application></applications></openbox_config>`;

/** Opens Xvfb on a free display. Needs xvfb, openbox, xdotool, xclip, dbus and imagemagick, from Debian. */
export const openDesktop = async (): Promise<Desktop> => {
  await using opened = new AsyncDisposableStack();
  const home = mkdtempSync(join(tmpdir(), 'ecran-'));
  opened.defer(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  mkdirSync(join(home, 'run'), { mode: 0o700 });
  mkdirSync(join(home, '.config/openbox'), { recursive: true });
  writeFileSync(join(home, '.config/openbox/rc.xml'), BARE_WINDOWS);

  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${SCREEN.width}x${SCREEN.height}x24`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  opened.defer(() => void server.kill());
  const display = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
    server.stdio[3]?.once('data', (data: Buffer) => resolve(`:${data.toString().trim()}`));
  });
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: home,
    // Where a program looks for another instance of itself: nheko hands over to one that runs.
    TMPDIR: home,
    XDG_RUNTIME_DIR: join(home, 'run'),
    DISPLAY: display,
    LANG: 'fr_FR.UTF-8',
    LC_CTYPE: 'C.UTF-8',
    LANGUAGE: 'fr',
  };
  const running: ChildProcess[] = [];
  opened.defer(() => {
    for (const { pid, exitCode } of running)
      if (pid !== undefined && exitCode === null) process.kill(-pid, 'SIGKILL');
  });
  const start = (command: string, args: readonly string[] = []): ChildProcess => {
    const child = spawn(command, args, { env, stdio: 'ignore', detached: true });
    running.push(child);
    return child;
  };
  const xdotool = async (...args: readonly (string | number)[]): Promise<string> =>
    (await run('xdotool', args.map(String), { env })).stdout.trim();
  start('openbox');
  await sleep(1000);

  const kept = opened.move();
  const press = async (x: number, y: number, button: number): Promise<void> => {
    await xdotool('mousemove', x, y, 'mousedown', button, 'sleep', 0.08, 'mouseup', button);
    await sleep(150);
  };
  return {
    home,
    start: (command, args = []) => start('dbus-run-session', ['--', command, ...args]),
    click: (x, y) => press(x, y, 1),
    scroll: async (x, y, notches) => {
      for (let turned = 0; turned < Math.abs(notches); turned++) await press(x, y, notches < 0 ? 4 : 5);
    },
    key: async (...names) => {
      await xdotool('key', ...names);
    },
    paste: async (text) => {
      // xclip stays to serve the selection: it goes with the desktop.
      const clip = spawn('xclip', ['-selection', 'clipboard'], { env, stdio: ['pipe', 'ignore', 'ignore'] });
      clip.stdin.end(text);
      await sleep(300);
      await xdotool('key', 'ctrl+v');
      await sleep(300);
    },
    resize: async (title, width, height) => {
      const found = () => xdotool('search', '--onlyvisible', '--name', title).catch(() => '');
      const ids = await until(`a window called ${title}`, found, 60_000);
      const id = ids.split('\n').at(-1) ?? '';
      await xdotool('windowmove', id, 0, 0, 'windowsize', '--sync', id, width, height);
      await sleep(1000);
    },
    capture: async (file, width, height) => {
      await xdotool('mousemove', SCREEN.width - 1, SCREEN.height - 1);
      await sleep(500);
      const corner = ['-window', 'root', '-crop', `${width}x${height}+0+0`, '+repage'];
      // Text on white needs few colours: a fourth of the size.
      const small = ['+dither', '-colors', '128', '-strip', `PNG8:${file}`];
      await run('import', [...corner, ...small], { env });
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
};
