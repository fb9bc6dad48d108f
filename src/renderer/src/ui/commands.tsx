import {
  createContext,
  use,
  useEffect,
  useId,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { advance, isMacPlatform, strokeOf } from './keystrokes.ts'

/** Something the user can do here and now. Screens say what they offer while they are mounted; the palette, the shortcuts
 *  sheet and the key handler all read this one list, so that no action is missing from any of them. */
export interface Command {
  readonly id: string
  readonly label: string
  readonly group: string
  /** 'j', 'mod+k', 'g j'. */
  readonly keys?: string
  readonly run: () => void
  /** Makes no sense when chosen from a list ("next job"). */
  readonly isKeyOnly?: boolean
}

interface CommandStore {
  readonly put: (token: string, commands: readonly Command[]) => void
  readonly drop: (token: string) => void
  readonly list: () => readonly Command[]
  readonly run: (id: string) => void
  readonly subscribe: (listener: () => void) => () => void
}

function signatureOf(commands: readonly Command[] | undefined): string {
  return JSON.stringify(commands?.map((command) => [command.id, command.label, command.group, command.keys]))
}

function createCommandStore(): CommandStore {
  const byToken = new Map<string, readonly Command[]>()
  const listeners = new Set<() => void>()
  let snapshot: readonly Command[] = []
  const publish = () => {
    snapshot = [...byToken.values()].flat()
    for (const listener of listeners) listener()
  }
  return {
    put: (token, commands) => {
      const isSame = signatureOf(byToken.get(token)) === signatureOf(commands)
      byToken.set(token, commands)
      if (!isSame) publish()
    },
    drop: (token) => {
      if (byToken.delete(token)) publish()
    },
    list: () => snapshot,
    // Looked up afresh: the snapshot may hold closures of an earlier render.
    run: (id) =>
      [...byToken.values()]
        .flat()
        .findLast((command) => command.id === id)
        ?.run(),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const CommandContext = createContext<CommandStore | null>(null)

function useCommandStore(): CommandStore {
  const store = use(CommandContext)
  if (!store) throw new Error('Commands need a CommandProvider above them')
  return store
}

/** Offers commands while the calling component is mounted. */
export function useCommands(commands: readonly Command[]): void {
  const store = useCommandStore()
  const token = useId()
  useLayoutEffect(() => store.put(token, commands))
  useLayoutEffect(() => () => store.drop(token), [store, token])
}

export function useCommandList(): { readonly commands: readonly Command[]; readonly run: (id: string) => void } {
  const store = useCommandStore()
  return { commands: useSyncExternalStore(store.subscribe, store.list), run: store.run }
}

const SEQUENCE_MS = 1200

// Boxes, radio buttons and sliders take no letters.
const TYPED_INTO = 'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select'
const BUSY = `${TYPED_INTO}, [data-portal], [role="dialog"], [role="menu"]`

/** What a field that is typed into does itself. */
const OF_FIELDS: ReadonlySet<string> = new Set(['mod+z'])

/** Where typing means text, or an open layer has the keyboard to itself. */
function isBusyTarget(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest(BUSY) !== null
}

function listenForKeys(store: CommandStore): () => void {
  const isMac = isMacPlatform()
  let pending: string | null = null
  let timer = 0
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const stroke = strokeOf(event, isMac)
    if (stroke === null) return
    if (isBusyTarget(event.target) && (!stroke.startsWith('mod+') || OF_FIELDS.has(stroke))) return
    const commands = store.list()
    const step = advance(
      pending,
      stroke,
      commands.flatMap((command) => command.keys ?? []),
    )
    pending = step.pending
    window.clearTimeout(timer)
    timer = window.setTimeout(() => {
      pending = null
    }, SEQUENCE_MS)
    const hit = step.hit === null ? undefined : commands.findLast((command) => command.keys === step.hit)
    if (!hit) return
    event.preventDefault()
    store.run(hit.id)
  }
  document.addEventListener('keydown', onKeyDown)
  return () => {
    window.clearTimeout(timer)
    document.removeEventListener('keydown', onKeyDown)
  }
}

export function CommandProvider({ children }: { readonly children: ReactNode }) {
  const [store] = useState(createCommandStore)
  useEffect(() => listenForKeys(store), [store])
  return <CommandContext value={store}>{children}</CommandContext>
}
