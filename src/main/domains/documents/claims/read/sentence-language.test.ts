import { expect, it } from 'vitest'
import { languageOf } from './sentence-language.ts'

it.each([
  ['Led a team of four and cut the costs.', 'en', 'en'],
  ['Leitung von drei Teams mit elf Leuten.', 'en', 'de'],
  ['Processes 1.5M events per millisecond.', 'en', 'en'],
  ['I enjoy explaining things; at Kauflinie I trained sixty colleagues.', 'en', 'en'],
  ['30 uur handmatig werk per week bespaard.', 'en', 'nl'],
  ['Maintained services, applications, articles.', 'en', 'en'],
  ['Formation de 25 analystes à SQL.', 'en', 'fr'],
  ['Affiancamento di dieci stagisti.', 'en', 'it'],
  ['Zesenvijftig applicaties naar Kubernetes gebracht.', 'en', 'nl'],
  ['Presenté los resultados cada trimestre.', 'en', 'es'],
  ['Carga noturna encurtada de oito para três horas.', 'en', 'pt'],
  ['Felfrekvensen sänktes med nittio procent.', 'en', 'sv'],
  ['Przeniosłam 45 raportów z SAS do Pythona.', 'en', 'pl'],
  ['SQL, Python', 'pl', 'pl'],
  ['Led a team of four and cut the costs.', 'pl', 'en'],
])('%s beside %s is %s', (text, around, language) => {
  expect(languageOf(text, around)).toBe(language)
})
