import type { JobSearchInput } from '#shared/jobs.ts'

/** A search that nobody should type, and what a hint has to say about it; null: an answer without a hint is as good. */
export interface OddQuestion {
  readonly name: string
  readonly input: Partial<JobSearchInput>
  readonly hint: RegExp | null
}

const odd = (name: string, input: Partial<JobSearchInput>, hint: RegExp | null = null): OddQuestion => ({
  name,
  input,
  hint,
})

const prefixes = Array.from({ length: 32 }, (_, index) => `co${String.fromCharCode(97 + (index % 26))}*`).join(' OR ')

/** What is typed into the search field. */
export const ODD_TEXTS: readonly OddQuestion[] = [
  odd('10,000 letters of words', { text: 'engineer developer '.repeat(527).slice(0, 10_000) }, /first 32 words/),
  odd('10,000 letters without a space', { text: 'x'.repeat(10_000) }),
  odd('10,000 parentheses', { text: '('.repeat(10_000) }, /no partner|Parentheses deeper/),
  odd('an open quote', { text: 'python "data engineer' }, /quote was not closed/),
  odd('quotes alone', { text: '"""""' }, /quote was not closed/),
  odd('a star behind one letter', { text: 's*' }, /three letters/),
  odd('stars alone', { text: '***' }, /Only letters and digits/),
  odd('32 prefixes', { text: prefixes }, /first 8 words with a star/),
  odd('emoji', { text: '🚀👩‍💻' }, /Only letters and digits/),
  odd('emoji and a word', { text: '🚀 python' }),
  odd('half an emoji', { text: 'python \ud83d' }),
  odd('right to left', { text: 'مهندس برمجيات' }),
  odd('a turned word', { text: '\u202epython\u202c' }),
  odd('signs of control', { text: 'python\u0000\u0007\u001bdeveloper' }),
  odd('SQL', { text: "'; DROP TABLE job; --" }),
  odd('more SQL', { text: "' OR 1=1 UNION SELECT * FROM job --" }),
  odd('FTS: NEAR', { text: 'NEAR(python sql, 2)' }),
  odd('FTS: columns', { text: '{title company} : python' }),
  odd('FTS: filters', { text: 'filters:"#cde" OR rowid:1' }, /“filters:” is no field/),
  odd('FTS: first and plus', { text: '^python + sql' }),
  odd('operators alone', { text: 'AND OR NOT' }),
  odd('markup', { text: '<script>alert(1)</script>' }),
  odd('a path', { text: '../../etc/passwd %00' }),
  odd('a field without a value', { text: 'company:' }, /“company:” had no word/),
  odd('a word asked for and left out', { text: 'python -python' }, /both asked for and left out/),
]

/** Filters that leave nothing. */
export const ODD_FILTERS: readonly OddQuestion[] = [
  odd('a city abroad', { countries: ['DE'], cities: ['Paris'] }, /Paris is in France, not in Germany/),
  odd('a city by its own name', { cities: ['München'] }, /called Munich here/),
  odd('pay above all', { salaryMinEur: 9_000_000 }, /ask for less/),
  odd('pay upside down', { salaryMinEur: 300_000, salaryMaxEur: 10 }, /above the highest/),
  odd('a skill that is left out', { text: '-skill:python', skills: ['Python'] }, /both asked for and left out/),
  odd(
    'skills that nobody asks for',
    { skillsAny: ['Xylophone repair', '#all', '" OR 1=1'] },
    /^Take off the skills Xylophone repair/,
  ),
  odd(
    'a city that is no city',
    { workplaces: ['remote'], cities: ["'; DROP TABLE job"] },
    /^Take off the city '; DROP/,
  ),
]
