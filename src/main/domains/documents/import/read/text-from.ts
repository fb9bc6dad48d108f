/** At most so many characters, cut where a word ends. Pure. */
export function textFrom(text: string, most: number): string {
  const whole = text.trim()
  if (whole.length <= most) return whole
  const cut = whole.slice(0, most + 1)
  const end = cut.lastIndexOf(' ')
  return cut.slice(0, end > most / 2 ? end : most).trim()
}

/** What `textFrom` leaves out. Pure. */
export function restFrom(text: string, most: number): string {
  return text.trim().slice(textFrom(text, most).length).trim()
}
