import { createContext, use, type ReactNode } from 'react'

const ReadOnlyContext = createContext(false)

/** Around what cannot be changed: it is shown without the ways to change it. */
export function ReadOnly({ isReadOnly, children }: { readonly isReadOnly: boolean; readonly children: ReactNode }) {
  return <ReadOnlyContext value={isReadOnly}>{children}</ReadOnlyContext>
}

export function useIsReadOnly(): boolean {
  return use(ReadOnlyContext)
}
