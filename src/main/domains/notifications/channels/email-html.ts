import { escapeUTF8 } from 'entities'
import type { Letter } from '#shared/notifications.ts'
import type { Outgoing } from '../message.ts'
import { SWITCH_OFF_LINE } from './email-text.ts'

type Section = Letter['sections'][number]

const FONT = 'font-family:-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,Helvetica,Arial,sans-serif'
/** Greys in the middle are read on white and on black; where programs support it, the sheet below does better. */
const QUIET = 'color:#6b7280'

const SHEET = `:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){body,.page{background:#16181d!important;color:#e6e8eb!important}.quiet{color:#9aa1ab!important}.rule{border-color:#343840!important}}`

/** A letter as a page without tables, pictures, links or scripts: nothing in it can call out. Everything said in it is escaped. Pure. */
export function letterHtml({ title, body, letter }: Pick<Outgoing, 'title' | 'body' | 'letter'>): string {
  const parts = [
    `<h1 style='margin:0 0 12px;font-size:20px;line-height:1.3'>${inline(title)}</h1>`,
    paragraph(body),
    paragraph(letter?.intro ?? ''),
    ...(letter?.sections ?? []).map(sectionHtml),
    `<p class='quiet rule' style='margin:28px 0 0;padding-top:12px;border-top:1px solid #d9dce1;font-size:12px;${QUIET}'>${inline(SWITCH_OFF_LINE)}</p>`,
  ]
  return `<!doctype html>
<html lang='en'><head><meta charset='utf-8'><meta name='viewport' content='width=device-width'><meta name='color-scheme' content='light dark'><meta name='supported-color-schemes' content='light dark'><title>${inline(title)}</title><style>${SHEET}</style></head>
<body style='margin:0;padding:0;background:#ffffff;color:#1c1f24'><div class='page' style='max-width:560px;margin:0 auto;padding:24px 20px;background:#ffffff;color:#1c1f24;font-size:15px;line-height:1.5;${FONT}'>
${parts.filter((part) => part !== '').join('\n')}
</div></body></html>
`
}

function sectionHtml({ heading, lines }: Section): string {
  const items = lines.map(
    ({ text, note }) =>
      `<li style='margin:0 0 8px'>${inline(text)}${note.trim() === '' ? '' : `<br><span class='quiet' style='font-size:13px;${QUIET}'>${inline(note)}</span>`}</li>`,
  )
  const list = `<ul style='margin:0;padding-left:20px'>${items.join('')}</ul>`
  return `<h2 style='margin:24px 0 8px;font-size:16px;line-height:1.3'>${inline(heading)}</h2>\n${list}`
}

function paragraph(text: string): string {
  return text.trim() === '' ? '' : `<p style='margin:0 0 12px'>${inline(text)}</p>`
}

function inline(text: string): string {
  return escapeUTF8(text.trim()).replaceAll(/\r\n?|\n/g, '<br>')
}
