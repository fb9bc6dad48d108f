import type { SponsorRegister } from '#shared/sponsors.ts'
import { pdfFile } from '../support/pdf-file.ts'
import { xlsxFile } from '../support/xlsx-file.ts'

const FIRST = ['Alder', 'Birch', 'Corvane', 'Dunmore', 'Elmar', 'Fenwick', 'Garnet', 'Hollin', 'Ivor', 'Jasper']
const SECOND = ['Analytics', 'Robotics', 'Systems', 'Dairy', 'Care', 'Bakery', 'Logistics', 'Games', 'Energy', 'Farms']
const FORMS: Readonly<Record<SponsorRegister, string>> = {
  uk: 'Limited',
  nl: 'B.V.',
  ie: 'Limited',
  dk: 'A/S',
  pt: 'Lda',
}

/** Invented organisations, as many as are asked for, each other than all others. */
function registerNames(register: SponsorRegister, rows: number): readonly string[] {
  return Array.from({ length: rows }, (_, index) => {
    const [first, second] = [FIRST[index % 10] ?? '', SECOND[Math.floor(index / 10) % 10] ?? '']
    const series = index < 100 ? '' : ` ${Math.floor(index / 100)}`
    return `${first} ${second}${series}, ${FORMS[register]}`.replace(', ', register === 'pt' ? ', ' : ' ')
  })
}

/** A whole file of a register in its own format. */
export function registerFile(
  register: SponsorRegister,
  { rows, day }: { readonly rows: number; readonly day: string },
): Buffer {
  const names = registerNames(register, rows)
  const [year = '', month = '', date = ''] = day.split('-')
  if (register === 'uk') {
    const lines = names.map((name) => `"${name}","Leeds","West Yorkshire","Worker (A rating)","Skilled Worker"`)
    return Buffer.from(['"Organisation Name","Town/City","County","Type & Rating","Route"', ...lines, ''].join('\r\n'))
  }
  if (register === 'ie') {
    const months = ['Jan', 'Feb', 'Mar']
    return xlsxFile([
      {
        name: 'Export',
        rows: [
          [`Employment permits issued to companies ${year}`],
          ['Employer Name', ...months, 'Grand Total'],
          ...names.map((name) => [name, 1, null, 2, 3]),
          ['Grand Total', rows, null, 2 * rows, 3 * rows],
        ],
      },
    ])
  }
  if (register === 'pt') {
    const pages = Array.from({ length: Math.ceil(rows / 40) }, (_, page) => names.slice(page * 40, page * 40 + 40))
    return pdfFile(
      pages.map((page, number) => [
        { x: 40, y: 820, text: `Lista atualizada em ${date}/${month}/${year}` },
        ...page.flatMap((name, index) => {
          const y = 790 - index * 18
          return [
            { x: 40, y, text: String(501_000_000 + number * 40 + index) },
            { x: 110, y, text: name },
            { x: 400, y, text: '01/02/2025' },
            { x: 470, y, text: '31/01/2027' },
          ]
        }),
      ]),
    )
  }
  const number = register === 'nl' ? 'KvK number' : 'CVR'
  const body = names.map((name, index) => `<tr><th scope="row">${name}</th><td>${10_000_000 + index}</td></tr>`)
  return Buffer.from(
    `<!doctype html><html><body><p>Last update: ${date}/${month}/${year}.</p><table><thead><tr><th>Organisation</th><th>${number}</th></tr></thead>
     <tbody>${body.join('\n')}</tbody></table></body></html>`,
  )
}
