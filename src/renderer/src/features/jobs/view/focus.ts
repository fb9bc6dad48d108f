// The list and the search field take the focus from keys, from the palette and from each other: they are found by their ids.
export const JOB_LIST_ID = 'job-list'
export const JOB_SEARCH_ID = 'job-search'

export function focusJobList(): void {
  document.getElementById(JOB_LIST_ID)?.focus({ preventScroll: true })
}

export function focusJobSearch(): void {
  const field = document.getElementById(JOB_SEARCH_ID)
  if (!(field instanceof HTMLInputElement)) return
  field.focus()
  field.select()
}

/** For a control that takes the focus when it appears, because what had it is gone. */
export function focusOnArrival(element: HTMLElement | null): void {
  element?.focus()
}
