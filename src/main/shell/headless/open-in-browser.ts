import { spawn } from 'node:child_process'

const OPENERS: Readonly<Record<string, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}

/** Opens an address in the system's browser. The address was printed before, so a machine without a browser loses nothing. */
export function openInBrowser(url: string, platform: NodeJS.Platform): void {
  const [command = 'xdg-open', ...args] = OPENERS[platform] ?? ['xdg-open']
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true })
  child.on('error', () => process.stderr.write('The browser could not be opened; open the address by hand.\n'))
  child.unref()
}
