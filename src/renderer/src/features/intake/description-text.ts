/** A description as text to edit: block ends become line ends, tags go, the common entities are read. Text stays as it is. Pure. */
export function toEditable(description: string): string {
  if (!/<[a-z!/]/i.test(description)) return description
  const parsed = new DOMParser().parseFromString(description, 'text/html')
  for (const gone of parsed.querySelectorAll('script, style, noscript, template')) gone.remove()
  for (const item of parsed.querySelectorAll('li')) item.prepend('- ')
  for (const end of parsed.querySelectorAll('br')) end.replaceWith('\n')
  for (const block of parsed.querySelectorAll('p, div, li, ul, ol, h1, h2, h3, h4, h5, h6, tr, section'))
    block.append('\n')
  return (parsed.body.textContent ?? '')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The edited text as the core takes it: plain text, escaped where it could be taken for markup. Pure. */
export function fromEditable(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
