/** White space and line breaks before the passage, up to some. */
const BEFORE = String.raw`(?:<br\s{0,3}\/?>|&nbsp;|\s){0,20}`
const MENTION = String.raw`(?:please|be sure to|make sure to)\s+mention\s+the\s+words?\b`
const REASON = String.raw`when\s+applying\s+to\s+show\s+you\s+(?:have\s+)?read\s+the\s+job\s+post(?:\s+completely)?`
const TAG = String.raw`(?:\s*\(#[^()<>]{0,200}\))?[.\s]{0,5}`
const FEATURE = String.raw`(?:This\s+is\s+a\s+(?:beta\s+)?feature\s+to\s+avoid\s+spam\s+applicants[.\s]{0,5})?`
const SEARCH = String.raw`(?:Companies\s+can\s+search\s+these\s+words\s+to\s+find\s+applicants\s+that\s+read\s+this\s+and\s+see\s+they.{0,10}?re\s+human[.\s]{0,5})?`
/** Cut off before it says why: the word between stars and the tag are enough. */
const CUT_OFF = String.raw`\s+\*\*[^*<>]{1,60}\*\*\s+and\s+tag\s+#?[A-Za-z0-9+\/=]{6,100}`
const HONEYPOT = new RegExp(
  `${BEFORE}${MENTION}(?:(?:(?!${MENTION})[\\s\\S]){0,300}?${REASON}${TAG}${FEATURE}${SEARCH}|${CUT_OFF})`,
  'gi',
)

/** The description without the passage that Remote OK puts into each one for whoever reads by machine: a word and a tag, made of the
 *  reader's own address, to be mentioned "when applying". It is none of the employer's words. Pure. */
export function withoutHoneypot(html: string): string {
  return html.replace(HONEYPOT, '')
}
