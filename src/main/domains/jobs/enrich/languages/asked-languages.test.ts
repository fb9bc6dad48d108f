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
    ['English is our company language.', ['en –']],
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
    ['The working languages of the institute are English and French.', ['en –', 'fr –']],
    ['All meetings and documents are in English, our corporate language.', ['en –']],
    ['Da unsere Teamsprache Englisch ist, brauchst du kein Deutsch.', ['en –']],
    ["Les échanges se font en anglais, la langue de l'équipe.", ['en –']],
    ['De voertaal binnen het team is Engels.', ['en –']],
    ['El idioma de trabajo del equipo es el inglés.', ['en –']],
    ['Językiem komunikacji w projekcie jest angielski.', ['en –']],
    ['Arbetsspråket är engelska, därför krävs C1.', ['en C1']],
    ["L'inglese è la lingua con cui lavoriamo ogni giorno.", ['en –']],
    ['A língua de trabalho é o inglês; o português não é necessário.', ['en –']],
    ['You should be able to read contracts in Italian and discuss them in English.', ['it –', 'en –']],
    ['Hablamos inglés en las reuniones, así que necesitas un B2.', ['en B2']],
    ['Na co dzień rozmawiamy po angielsku, więc musisz czuć się w nim swobodnie.', ['en –']],
    ['Vous rédigez sans faute en français et vous débrouillez en anglais.', ['fr –', 'en –']],
    ['Nederlands is je moedertaal en je Engels is vloeiend.', ['nl native', 'en fluent']],
    ["Conoscenza fluente dell'italiano o del francese.", ['it fluent', 'fr fluent']],
    ["Maîtrise parfaite du français, de l'anglais et de l'espagnol.", ['fr –', 'en –', 'es –']],
    ['Português nativo ou fluente e inglês intermédio.', ['pt native', 'en –']],
    ['Fluency in another European language (e.g. Spanish or Italian) is an advantage.', ['es fluent', 'it fluent']],
    ['Wij zoeken een Nederlandstalige data-analist.', ['nl –']],
    ['Vi söker en svensktalande utvecklare.', ['sv –']],
    ['Ohne gute Englischkenntnisse geht es nicht.', ['en –']],
    ['Dein Englischniveau ist mindestens B2.', ['en B2']],
    ['Necesitas SQL, Python básico y buen inglés.', ['en –']],
    ["Aucune langue n'est exigée hormis le français (C1).", ['fr C1']],
    ['Five years of experience, PowerShell, plus Dutch or English.', ['nl –', 'en –']],
    ['Inglés (B2) y, preferentemente, algo de portugués.', ['en B2', 'pt –']],
    ['Kenntnisse des Polnischen sind ein Plus.', ['pl –']],
    ['Trabajarás a diario en inglés con Londres.', ['en –']],
    ['Deutschkenntnisse sind nicht zwingend nötig, Englisch hingegen schon.', ['en –']],
  ])('reads "%s"', (text, asks) => {
    expect(asksOf(text)).toEqual(asks)
  })

  it.each([
    'We speak English in the office.',
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
    'Our product speaks Finnish, Swedish and Estonian.',
    'Englisch brauchst du bei uns nicht.',
    "Vous n'avez pas besoin de parler néerlandais.",
    'También vendemos por internet en francés y en alemán.',
    'Część klientów pisze do nas po grecku.',
    'Nie wymagamy niemieckiego, choć część maszyn mówi do nas po niemiecku.',
    'Unsere Patienten sprechen oft Arabisch, dafür haben wir Dolmetscher.',
    'Se ofrece formación en idiomas: inglés, francés o alemán.',
    'We will sponsor your Swedish work permit.',
    'Bewirb dich auf Deutsch oder Englisch.',
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
    ['About us\n- English and Python', 'en', null],
    ['Requirements\n- Fluent English', 'en', 'required'],
    ['English is mandatory.', 'en', 'required'],
    ['Imprescindible catalán', 'ca', 'required'],
    ['You speak English.', 'en', 'required'],
    ['Fluent English, German a plus.', 'en', 'required'],
    ['Fluent English, German a plus.', 'de', 'preferred'],
    ['If you speak Turkish too, all the better.', 'tr', 'preferred'],
    ['Non è indispensabile parlare tedesco, ma aiuta.', 'de', 'preferred'],
    ['Ukrainian would make you a hero.', 'uk', 'preferred'],
    ["Hungarian helps but isn't needed.", 'hu', 'preferred'],
    ['Krav\n- Svenska\nMeriterande\n- Finska', 'fi', 'preferred'],
    ['Idéalement, vous parlez aussi le luxembourgeois.', 'lb', 'preferred'],
    ['Buen nivel de inglés, idealmente B2 o superior.', 'en', 'required'],
    ["Vous maîtrisez l'anglais (B2) et, idéalement, l'allemand.", 'de', 'preferred'],
    ['A talent for explaining, plus fluent English or Dutch.', 'en', 'required'],
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
      { code: 'de', level: 'C1', need: 'required', evidence: 'German C1' },
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
      'working language',
      'your',
      'in',
      'it',
      'e',
      "l'",
      'both',
      'if',
      'except',
      'deutschsprachig',
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
