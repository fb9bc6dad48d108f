export const MATCH_LIST_ID = 'match-list'

/** The list takes the focus from keys and from the panels that close beside it. */
export function focusMatchList(): void {
  document.getElementById(MATCH_LIST_ID)?.focus({ preventScroll: true })
}
