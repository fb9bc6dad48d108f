/** What is to be done: show the list or hide it, mark one of it (null: the text itself), take one, or go on to what comes after the field
 *  (`isSearch`: with the text as it is). */
type Pressed =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'mark'; readonly index: number | null }
  | { readonly kind: 'take'; readonly index: number }
  | { readonly kind: 'leave'; readonly isSearch: boolean }

/** What a key means in the field; null: what it means in any field. Pure. */
export function keyMeaning(
  event: { readonly key: string; readonly altKey: boolean },
  state: { readonly isShown: boolean; readonly active: number | null; readonly count: number },
): Pressed | null {
  const { isShown, active, count } = state
  switch (event.key) {
    case 'Enter':
      return active === null ? { kind: 'leave', isSearch: true } : { kind: 'take', index: active }
    case 'Escape':
      return isShown ? { kind: 'close' } : { kind: 'leave', isSearch: false }
    case 'ArrowDown':
      if (event.altKey) return { kind: 'open' }
      if (!isShown) return { kind: 'leave', isSearch: true }
      return { kind: 'mark', index: active === null ? 0 : active + 1 < count ? active + 1 : null }
    case 'ArrowUp':
      if (!isShown) return null
      return { kind: 'mark', index: active === null ? count - 1 : active > 0 ? active - 1 : null }
    default:
      return null
  }
}
