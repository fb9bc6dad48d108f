import DOMPurify from 'dompurify'
import { Marked } from 'marked'

const TAGS =
  'p br hr ul ol li blockquote pre code strong em del a h1 h2 h3 h4 h5 h6 table thead tbody tr th td input'.split(' ')

const reader = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    // Tags that somebody types are shown as typed.
    html: ({ text }) => escaped(text),
    // Nothing is fetched from elsewhere: a picture is a link to it.
    image: ({ href, text }) => `<a href="${escaped(href)}">${escaped(text === '' ? href : text)}</a>`,
  },
})

/** Notes in Markdown as nodes to put on the page: nothing in them runs or loads, headings stand below ours, links lead outside. */
export function notesNodes(markdown: string): DocumentFragment {
  const fragment = DOMPurify.sanitize(reader.parse(markdown, { async: false }), {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ['href', 'type', 'checked', 'disabled'],
    ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  })
  for (const heading of fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const lower = document.createElement('h4')
    lower.append(...heading.childNodes)
    heading.replaceWith(lower)
  }
  for (const box of fragment.querySelectorAll('input')) box.replaceWith(boxWord(box))
  for (const link of fragment.querySelectorAll('a')) {
    link.setAttribute('target', '_blank')
    link.setAttribute('rel', 'noopener noreferrer nofollow')
  }
  return fragment
}

/** A box of a task list as a sign: the preview changes nothing. Any other field is left out. */
function boxWord(box: HTMLInputElement): string {
  if (box.type !== 'checkbox') return ''
  return box.checked ? '☑ ' : '☐ '
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
