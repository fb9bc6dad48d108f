import { expect, test } from 'vitest'
import { hasLegalForm, headingKind, labelKind, titleWords } from './lexicon.ts'

test.each([
  ['Arbeidserfaring', 'experience'],
  ['Utdanning', 'education'],
  ['Ferdigheter og verktøy', 'skills'],
  ['Kontaktinformasjon', 'person'],
  ['Arbetslivserfarenhet', 'experience'],
  ['Personliga uppgifter', 'person'],
  ['ERHVERVSERFARING', 'experience'],
  ['Uddannelse', 'education'],
  ['Sprogkundskaber', 'languages'],
  ['Kontaktoplysninger', 'person'],
  ['Työkokemus', 'experience'],
  ['Koulutus', 'education'],
  ['Kielitaito', 'languages'],
  ['Yhteystiedot', 'person'],
  ['Recapiti', 'person'],
  ['Esperienze lavorative', 'experience'],
  ['Experiência profissional', 'experience'],
  ['Dados de contacto', 'person'],
  ['Werkervaring', 'experience'],
  ['Contactgegevens', 'person'],
  ['Experience with headings', null],
  ['Erfaring med Java', null],
])('the heading %s: %j', (text, kind) => {
  expect(headingKind(text)).toBe(kind)
})

test.each([
  ['Tlf', 'phone'],
  ['Mobilnummer', 'phone'],
  ['Puhelin', 'phone'],
  ['Sähköposti', 'email'],
  ['E-postadress', 'email'],
  ['Bopæl', 'address'],
  ['Fødselsdato', 'birth'],
  ['Syntymäaika', 'birth'],
  ['Työnantaja', 'company'],
  ['Stilling', 'title'],
])('the label %s: %s', (text, kind) => {
  expect(labelKind(text)).toBe(kind)
})

test.each([
  ['Fjordtind AS', true],
  ['Blåklokke A/S', true],
  ['Järvikoodi Oy', true],
  ['Worked as', false],
  ['Fjordtind', false],
])('a legal form in %s: %j', (text, hasOne) => {
  expect(hasLegalForm(text)).toBe(hasOne)
})

test.each(['Systemutvikler', 'Softwareudvikler', 'Ohjelmistokehittäjä', 'Projektipäällikkö', 'Rådgiver'])(
  '%s is a title',
  (text) => {
    expect(titleWords(text)).toBeGreaterThan(0)
  },
)
