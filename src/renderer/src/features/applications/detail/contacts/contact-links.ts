/** A link that writes to the address; null for what is none. Pure. */
export function mailHref(email: string): string | null {
  return /^[^\s?&@]+@[^\s?&@]+$/.test(email) ? `mailto:${encodeURIComponent(email).replace('%40', '@')}` : null
}

/** A link that calls the number, without what people write between its figures; null for what has too few of them. An extension is left
 *  out. Pure. */
export function phoneHref(phone: string): string | null {
  const number = phone
    .replace(/(?:ext|x|#).*$/i, '')
    .replaceAll(/\(0\)/g, '')
    .replaceAll(/[^\d+]/g, '')
  return /^\+?\d{4,18}$/.test(number) ? `tel:${number}` : null
}
