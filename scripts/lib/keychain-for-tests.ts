import { existsSync, mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface KeychainForTests {
  /** Why the keychain is not to be tested here; null when it is. */
  readonly reason: string | null
  /** What starts the tests; nothing where they use the keychain of the machine. */
  readonly within: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** Opens the keyring of the folder in the environment with a password of the test's, then becomes the command that follows. */
const UNLOCKED = 'echo -n test | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$@"'

/** A keychain that tests may write to: on Linux one of its own, on a bus of its own and with `home` for its home; elsewhere the
 *  machine's, and only in CI, where it is nobody's. */
export function keychainForTests(home: string): KeychainForTests {
  const none = { within: [], env: {} }
  if (process.platform !== 'linux') {
    const isOurs = (process.env['CI'] ?? '') !== ''
    return { ...none, reason: isOurs ? null : 'outside CI the keychain of this machine is somebody’s own' }
  }
  const missing = ['dbus-run-session', 'gnome-keyring-daemon', 'bash'].filter((program) => !isInstalled(program))
  if (missing.length > 0) {
    return { ...none, reason: `this machine has no ${missing.join(' and no ')} (packages dbus and gnome-keyring)` }
  }
  const runtime = join(home, 'run')
  mkdirSync(runtime, { recursive: true, mode: 0o700 })
  return {
    reason: null,
    within: ['dbus-run-session', '--', 'bash', '-c', UNLOCKED, 'bash'],
    env: {
      HOME: home,
      XDG_DATA_HOME: join(home, 'data'),
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_RUNTIME_DIR: runtime,
      // A question for the password finds no screen, and is answered with no.
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
      CAREER_COPILOT_TEST_KEYRING: 'own',
    },
  }
}

function isInstalled(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((dir) => existsSync(join(dir, program)))
}
