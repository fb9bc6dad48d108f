import { createContext, use, useEffect, useState } from 'react'
import { z } from 'zod'

/** What stands in fields and cannot be stored yet: half a date, half an address. It lies on this machine with the name of its field, until
 *  it can be stored, and outlives the screen and a crash. */
interface HalfTyped {
  /** What was typed over `value`; null: nothing, or the field has another value by now. */
  readonly read: (field: string, value: string) => string | null
  /** Null: nothing waits in the field any more. */
  readonly keep: (field: string, typed: { readonly text: string; readonly value: string } | null) => void
  /** Whether anything waits in fields whose names begin so. */
  readonly hasAny: (beginning: string) => boolean
}

const typedSchema = z.array(z.object({ field: z.string(), text: z.string(), value: z.string() }))
type Typed = z.infer<typeof typedSchema>

/** The oldest go first: their fields were removed. */
const FIELDS_MOST = 200

/** In the browser's storage. What cannot be read there was not typed. */
export function storedHalfTyped(storage: Storage, key: string): HalfTyped {
  const all = () => {
    const stored = storage.getItem(key)
    return stored === null ? [] : parsed(stored)
  }
  return {
    read: (field, value) => all().find((one) => one.field === field && one.value === value)?.text ?? null,
    hasAny: (beginning) => all().some(({ field }) => field.startsWith(beginning)),
    keep: (field, typed) => {
      const before = all()
      const others = before.filter((one) => one.field !== field)
      if (typed === null && others.length === before.length) return
      put(storage, key, typed === null ? others : [...others, { field, ...typed }].slice(-FIELDS_MOST))
    },
  }
}

function put(storage: Storage, key: string, all: Typed): void {
  if (all.length === 0) return storage.removeItem(key)
  try {
    storage.setItem(key, JSON.stringify(all))
  } catch (error) {
    // Without room it is only in the field, where it can be seen that it is not stored.
    if (!(error instanceof DOMException)) throw error
  }
}

function parsed(stored: string): Typed {
  try {
    return typedSchema.safeParse(JSON.parse(stored)).data ?? []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

/** Keeps nothing: of what is only read. */
export const NOTHING_TYPED: HalfTyped = { read: () => null, keep: () => undefined, hasAny: () => false }

const Context = createContext(NOTHING_TYPED)
export const HalfTypedProvider = Context.Provider

/** Where the fields around keep what cannot be stored yet. */
export function useHalfTypedStore(): HalfTyped {
  return use(Context)
}

/** The text of a field. It begins with what was typed there before and could not be stored (`isLeft`), else with what is stored; what
 *  `isTaken` does not take is kept for the next time. */
export function useHalfTyped(options: {
  readonly field: string
  /** As it is stored. */
  readonly value: string
  /** Whether a text is stored as it is typed. */
  readonly isTaken: (text: string) => boolean
}) {
  const { field, value } = options
  const store = use(Context)
  const [left] = useState(() => store.read(field, value))
  const [text, setText] = useState(left ?? value)
  const isTaken = options.isTaken(text)
  useEffect(() => store.keep(field, isTaken ? null : { text, value }), [store, field, text, value, isTaken])
  return { text, setText, isLeft: left !== null }
}
