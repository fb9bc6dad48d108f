import { describe, expect, test } from 'vitest'
import { parseQuery } from './query.ts'

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
    ['java|kotlin', '("java" OR "kotlin")', null],
    ['(java spring) OR kotlin', '(("java" AND "spring") OR "kotlin")', null],
    ['data -(senior OR lead)', '"data"', '("senior" OR "lead")'],
    ['a OR -b', '("a" OR ("#all" NOT ("b")))', null],
    ['(a -b) c', '(("a") NOT ("b")) AND "c"', null],
    ['CI/CD Node.js front-end', '"CI CD" AND "Node js" AND "front end"', null],
    ['C++ C# .NET', '"C++" AND "C#" AND "dotnet"', null],
    ['python,sql;go', '"python" AND "sql" AND "go"', null],
    ['title:python', '"title" AND "python"', null],
    ['Berlin - remote', '"Berlin" AND "remote"', null],
    ['near NEAR(a b)', '"near" AND "NEAR" AND ("a" AND "b")', null],
  ])('%s', (text, match, exclude) => {
    expect(parseQuery(text)).toMatchObject({ match, exclude, hints: [], isEmpty: false })
  })

  test.each<[string, string | null, RegExp]>([
    ['"machine learning', '"machine" AND "learning"', /quote was not closed/],
    ['s*', '"s"', /“s\*” was searched as the word “s”/],
    ['(java', '"java"', /parenthesis had no partner/],
    ['java)', '"java"', /parenthesis had no partner/],
    ['OR', '"OR"', /^$/],
    ['NOT', '"NOT"', /^$/],
    ['🚀🚀', null, /Only letters and digits/],
    ['***', null, /Only letters and digits/],
    ['', null, /^$/],
    ['   ', null, /^$/],
  ])('%s is read as far as it goes, and says so', (text, match, hint) => {
    const query = parseQuery(text)
    expect(query.match).toBe(match)
    expect(query.isEmpty).toBe(match === null)
    expect(query.hints.join(' ')).toMatch(hint)
  })

  test('of ten thousand characters the first words are searched', () => {
    const query = parseQuery(Array.from({ length: 2_000 }, (_, index) => `w${index}`).join(' '))
    expect(query.match?.split(' AND ')).toHaveLength(32)
    expect(query.hints).toEqual(['Only the first 32 words were searched.'])
  })
})
