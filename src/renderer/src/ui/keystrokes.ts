/** The parts of a keyboard event that decide what was pressed. */
export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const MODIFIERS = new Set(['Control', 'Meta', 'Alt', 'AltGraph', 'Shift', 'CapsLock', 'Dead'])

/** One stroke as we write it in bindings: 'j', '?', 'escape', 'shift+j', 'mod+k' (⌘ on macOS, Ctrl elsewhere); null for what is
 *  no stroke of ours. Shift is part of a sign ('?' is a stroke of its own) and named with a letter, Alt never is. Pure. */
export function strokeOf(press: Press, isMac: boolean): string | null {
  if (MODIFIERS.has(press.key) || press.altKey) return null
  const isMod = isMac ? press.metaKey : press.ctrlKey
  const isOther = isMac ? press.ctrlKey : press.metaKey
  if (isOther) return null
  const key = press.key.toLowerCase()
  if (isMod) return `mod+${key}`
  return press.shiftKey && /^\p{L}$/u.test(key) ? `shift+${key}` : key
}

export interface Advance {
  /** The binding that is complete now. */
  readonly hit: string | null
  /** The first stroke of a binding of two, waiting for its second. */
  readonly pending: string | null
}

/** Follows bindings of one stroke ('j') or two ('g j') through presses. A second stroke that fits nothing starts over. Pure. */
export function advance(pending: string | null, stroke: string, bindings: readonly string[]): Advance {
  if (pending !== null) {
    const both = `${pending} ${stroke}`
    if (bindings.includes(both)) return { hit: both, pending: null }
  }
  if (bindings.includes(stroke)) return { hit: stroke, pending: null }
  const isStart = bindings.some((binding) => binding.startsWith(`${stroke} `))
  return { hit: null, pending: isStart ? stroke : null }
}

const NAMES: Readonly<Record<string, string>> = {
  escape: 'Esc',
  enter: '↵',
  arrowup: '↑',
  arrowdown: '↓',
  backspace: '⌫',
}

/** Key caps to show for a binding: [['⌘', 'K']] or [['G'], ['J']] for a sequence. Pure. */
export function keyCaps(binding: string, isMac: boolean): string[][] {
  return binding.split(' ').map((stroke) =>
    stroke.split('+').map((part) => {
      if (part === 'mod') return isMac ? '⌘' : 'Ctrl'
      if (part === 'shift') return '⇧'
      return NAMES[part] ?? part.toUpperCase()
    }),
  )
}

export function isMacPlatform(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent)
}
