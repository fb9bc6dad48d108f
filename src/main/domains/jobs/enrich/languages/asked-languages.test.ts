import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import spoken from '#resources/spoken-languages.json' with { type: 'json' }
import { readAskedLanguages } from './asked-languages.ts'

const read = (descriptionText: string, title = 'Engineer') => readAskedLanguages({ title, descriptionText })
const asksOf = (text: string, title?: string) => read(text, title).map(({ code, level }) => `${code} ${level ?? '–'}`)

describe('readAskedLanguages', () => {
  it.each([
    ['Fluent in English and German.', ['en fluent', 'de fluent']],
    ['Fluent English and good German.', ['en fluent', 'de –']],
    ['German B2 and fluent English', ['de B2', 'en fluent']],
    ['German and English (C1).', ['de C1', 'en C1']],
    ['Native German and fluent English required.', ['de native', 'en fluent']],
    ['English language skills are a must.', ['en –']],
    ['English is our working language, so you are fluent in English.', ['en fluent']],
    ['Excellent communication skills in English, both written and spoken.', ['en –']],
    ['Full professional proficiency in English', ['en fluent']],
    ['We are looking for a German-speaking engineer.', ['de –']],
    ['meetings are in English, which you should speak and write fluently', ['en fluent']],
    ['English, minimum B2', ['en B2']],
    ['Arabic or Turkish is a plus', ['ar –', 'tr –']],
    ['Languages: French (C1) because you phone, and English (C1).', ['fr C1', 'en C1']],
    ['Fließende Deutsch- und gute Englischkenntnisse', ['de fluent', 'en –']],
    ['Deutsch und Englisch jeweils fließend', ['de fluent', 'en fluent']],
    ['Deutsch auf muttersprachlichem Niveau', ['de native']],
    ['Du bist deutscher Muttersprachler.', ['de native']],
    ['Gute Kenntnisse der englischen Sprache', ['en –']],
    ['Deutschkenntnisse mind. auf dem Niveau C1 (GER)', ['de C1']],
    ['Grundkenntnisse in Polnisch', ['pl basic']],
    ['Anglais courant ; allemand apprécié', ['en fluent', 'de –']],
    ["Un bon niveau d'anglais est requis.", ['en –']],
    ['Anglais bilingue exigé', ['en native']],
    ['Vous maîtrisez la langue anglaise.', ['en –']],
    ['français langue maternelle ; néerlandais (B2)', ['fr native', 'nl B2']],
    ['Nederlands is je moedertaal.', ['nl native']],
    ['Goede beheersing van de Nederlandse en Engelse taal', ['nl –', 'en –']],
    ['Taalvereisten: Nederlands C1, Duits B2, basiskennis Frans.', ['nl C1', 'de B2', 'fr basic']],
    ['un nivel de inglés B2 como mínimo', ['en B2']],
    ['Se valorará el conocimiento de euskera', ['eu –']],
    ['Mówisz biegle po angielsku i dobrze znasz polski', ['en fluent', 'pl –']],
    ['polskiego jako języka ojczystego, a także angielskiego na poziomie C1', ['pl native', 'en C1']],
    ['Du uttrycker dig flytande på svenska i tal och skrift', ['sv fluent']],
    ['Goda kunskaper i svenska och engelska', ['sv –', 'en –']],
    ['Italiano madrelingua e inglese fluente', ['it native', 'en fluent']],
    ["Buona padronanza dell'inglese scritto e parlato", ['en –']],
    ['português nativo; inglês de nível B2; noções básicas de espanhol', ['pt native', 'en B2', 'es basic']],
    ['Gode norskkunnskaper', ['no –']],
  ])('reads "%s"', (text, asks) => {
    expect(asksOf(text)).toEqual(asks)
  })

  it.each([
    'We speak English in the office.',
    'English is our company language.',
    "You don't need to speak German.",
    'Hungarian is not required.',
    'No Dutch needed.',
    'Neither German nor French is needed.',
    'We offer free German lessons.',
    'Our customers are German and Dutch bakeries.',
    'You support our German-speaking customers.',
    'Our website is available in German, French and Italian.',
    'English breakfast, Italian coffee and French pastries.',
    "You'll polish the product pages.",
    'Please send your CV in English.',
    'Python, Go or another programming language.',
    'Fluent in Python and SQL.',
    'Our models understand German and Polish.',
    'Kein Deutsch erforderlich.',
    'Deutschkenntnisse sind keine Voraussetzung.',
    'Im Team sprechen wir Englisch.',
    'Unsere Spiele gibt es auf Deutsch, Englisch und Türkisch.',
    "L'anglais n'est pas exigé.",
    'La documentation est en anglais.',
    'Nederlands spreken is voor deze functie niet nodig.',
    'No hace falta inglés.',
    'Nie wymagamy języka niemieckiego.',
    'Svenska är inget krav.',
    "Non è richiesta la conoscenza dell'inglese.",
    'Não é necessário inglês.',
  ])('takes it for no demand: %s', (text) => {
    expect(read(text)).toEqual([])
  })

  it.each([
    ['German is not required but a plus.', 'de', 'preferred'],
    ['Italienisch ist von Vorteil, aber kein Muss', 'it', 'preferred'],
    ["L'allemand serait un atout.", 'de', 'preferred'],
    ['Kennis van Duits is een pré.', 'de', 'preferred'],
    ['Mile widziana znajomość ukraińskiego.', 'uk', 'preferred'],
    ['Kunskaper i finska är meriterande.', 'fi', 'preferred'],
    ['Nice to have:\n- Basic German', 'de', 'preferred'],
    ['Requirements\n- English and Python', 'en', null],
    ['Requirements\n- Fluent English', 'en', 'required'],
    ['English is mandatory.', 'en', 'required'],
    ['Imprescindible catalán', 'ca', 'required'],
    ['You speak English.', 'en', null],
  ])('says of "%s" that %s is %s', (text, code, need) => {
    expect(read(text).find((ask) => ask.code === code)?.need ?? null).toBe(need)
  })

  it.each([
    ['German-speaking Data Analyst', ['de –']],
    ['Data Analyst (Dutch)', ['nl –']],
    ['Consultant with fluent French', ['fr fluent']],
    ['French Market Manager', []],
    ['English Teacher', []],
  ])('reads the title "%s"', (title, asks) => {
    expect(asksOf('', title)).toEqual(asks)
  })

  it('takes each language once, with the level where one is said', () => {
    expect(read('You speak German.\n- German C1\n- German is a must')).toEqual([
      { code: 'de', level: 'C1', need: null, evidence: 'German C1' },
    ])
  })

  it('knows thirty spoken languages and more by name', () => {
    const codes = Object.keys(spoken.languages)
    expect(codes.length).toBeGreaterThanOrEqual(30)
    const names = new Intl.DisplayNames(['en'], { type: 'language' })
    for (const code of codes) expect(asksOf(`Fluent ${names.of(code) ?? ''} required.`)).toEqual([`${code} fluent`])
  })

  it('never throws, and quotes only what is there', () => {
    const word = constantFrom(
      'German',
      'Englisch',
      'anglais',
      'fluent',
      'C1',
      'no',
      'and',
      ',',
      '(',
      ')',
      ':',
      '\n',
      '.',
      'kein',
      'is a plus',
    )
    assert(
      property(array(word, { maxLength: 40 }), string({ unit: 'binary' }), (words, noise) => {
        const text = words.join(' ') + noise
        for (const { evidence } of read(text, noise))
          expect(text.includes(evidence) || noise.includes(evidence)).toBe(true)
      }),
    )
  })
})
