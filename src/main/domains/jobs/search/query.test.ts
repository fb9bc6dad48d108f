import { describe, expect, test } from 'vitest'
import { parseQuery } from './query.ts'
import { allOf, anyOf, toMatch } from './rule.ts'

function read(text: string): { match: string | null; exclude: string | null; hints: readonly string[] } {
  const { required, excluded, hints } = parseQuery(text)
  return {
    match: required.length === 0 ? null : toMatch(allOf(required)),
    exclude: excluded.length === 0 ? null : toMatch(anyOf(excluded)),
    hints,
  }
}

describe('what a typed text asks for', () => {
  test.each<[string, string | null, string | null]>([
    ['python sql', '"python" AND "sql"', null],
    ['python  AND\tsql', '"python" AND "sql"', null],
    ['python python', '"python"', null],
    ['"machine learning" engineer', '"machine learning" AND "engineer"', null],
    ['„machine learning“', '"machine learning"', null],
    ['kuber*', '"kuber"*', null],
    ['"machine lear*"', '"machine lear"*', null],
    ['"machine lear"*', '"machine lear"*', null],
    ['python -java', '"python"', '"java"'],
    ['python NOT java -"machine learning"', '"python"', '"java" OR "machine learning"'],
    ['-java -php', null, '"java" OR "php"'],
    ['java OR kotlin spring', '("java" OR "kotlin") AND "spring"', null],
    ['java|kotlin', '"java" OR "kotlin"', null],
    ['(java spring) OR kotlin', '("java" AND "spring") OR "kotlin"', null],
    ['data -(senior OR lead)', '"data"', '"senior" OR "lead"'],
    ['a OR -b', '"a" OR ("#all" NOT ("b"))', null],
    ['(a -b) c', '("a" NOT ("b")) AND "c"', null],
    ['CI/CD Node.js front-end', '"CI CD" AND "Node js" AND "front end"', null],
    ['C++ C# .NET', '"C++" AND "C#" AND "dotnet"', null],
    ['python,sql;go', '"python" AND "sql" AND "go"', null],
    ['title:python', 'title : "python"', null],
    ['Title:pyth*', 'title : "pyth"*', null],
    ['company:"Acme Robotics" -company:zalando', 'company : "Acme Robotics"', 'company : "zalando"'],
    ['city:berlin OR city:"São Paulo"', 'place : "berlin" OR place : "São Paulo"', null],
    ['skill:rust skill:"C++" python', '"#krust" AND "#k0632b2b" AND "python"', null],
    ['NOT source:Greenhouse', null, '"#ogreenhouse"'],
    ['title: python', 'title : "python"', null],
    ['title : "data engineer" sql', 'title : "data engineer" AND "sql"', null],
    ['company :zalando -Company : acme', 'company : "zalando"', 'company : "acme"'],
    ['skill: rust OR skill : go', '"#krust" OR "#kgo"', null],
    ['title: -senior', null, 'title : "senior"'],
    ['remote : yes', '"remote" AND "yes"', null],
    ['title:title:python', 'title : "python"', null],
    ['Berlin - remote', '"Berlin" AND "remote"', null],
    ['near NEAR(a b)', '"near" AND "NEAR" AND ("a" AND "b")', null],
  ])('%s', (text, match, exclude) => {
    expect(read(text)).toEqual({ match, exclude, hints: [] })
  })

  test.each<[string, string | null, RegExp]>([
    ['"machine learning', '"machine" AND "learning"', /quote was not closed/],
    ['s*', '"s"', /“s\*” was searched as the word “s”/],
    ['(java', '"java"', /parenthesis had no partner/],
    ['java)', '"java"', /parenthesis had no partner/],
    ['remote:yes', '"remote" AND "yes"', /“remote:” is no field .* title, company, city, skill, source/],
    ['-filters:"#cde"', '"cde"', /“filters:” is no field/],
    ['company:"acme', 'company : "acme"', /quote was not closed/],
    [
      'company:(acme)',
      '"company" AND "acme"',
      /^“company:” had no word or quote behind it .* write it as company:word\.$/,
    ],
    ['python Title:', '"python" AND "Title"', /^“Title:” had no word/],
    ['-title :', null, /^“title:” had no word/],
    ['title: OR python', '"title" OR "python"', /^“title:” had no word/],
    ['company: title: python', '"company" AND title : "python"', /^“company:” had no word/],
    ['https://example.com/x', '"https" AND "example com x"', /^$/],
    ['OR', '"OR"', /^$/],
    ['NOT', '"NOT"', /^$/],
    ['🚀🚀', null, /Only letters and digits/],
    ['***', null, /Only letters and digits/],
    ['', null, /^$/],
    ['   ', null, /^$/],
  ])('%s is read as far as it goes, and says so', (text, match, hint) => {
    const query = read(text)
    expect(query.match).toBe(match)
    expect(query.hints.join(' ')).toMatch(hint)
  })

  test('of ten thousand characters the first words are searched', () => {
    const query = read(Array.from({ length: 2_000 }, (_, index) => `w${index}`).join(' '))
    expect(query.match?.split(' AND ')).toHaveLength(32)
    expect(query.hints).toEqual(['Only the first 32 words were searched.'])
  })

  test('of many things that do not fit the first are told, and that there are more', () => {
    const { hints } = read('a* b* c* d* e* f* "x')
    expect(hints).toHaveLength(5)
    expect(hints.slice(3)).toEqual([
      '“d*” was searched as the word “d”: a star needs three letters before it.',
      'More of the text did not fit and was read as plain words.',
    ])
  })

  test('of many words with a star the first eight are beginnings, each counted once', () => {
    const starred = Array.from({ length: 10 }, (_, index) => `word${index}*`)
    const query = read(['word0*', ...starred].join(' OR '))
    expect(query.match?.split(' OR ')).toEqual(
      starred.map((_, index) => (index < 8 ? `"word${index}"*` : `"word${index}"`)),
    )
    expect(query.hints).toEqual([
      'Only the first 8 words with a star were searched as beginnings, the others as whole words.',
    ])
  })
})
