import { describe, expect, test } from 'vitest'
import { foldText, wordsOf } from './words.ts'

describe('words as the index sees them', () => {
  test.each<[string, string[]]>([
    ['C++, C# and C', ['C++', 'C#', 'and', 'C']],
    ['C++17/C#12', ['C++', '17', 'C#', '12']],
    ['C/C++-Entwickler', ['C', 'C++', 'Entwickler']],
    ['5+ years of Python+SQL', ['5', 'years', 'of', 'Python', 'SQL']],
    ['#hiring R&D, Level #2', ['hiring', 'R', 'D', 'Level', '2']],
    ['.NET, C#.NET, ASP.NET Core, .net8', ['dotnet', 'C#', 'dotnet', 'ASP', 'dotnet', 'Core', 'dotnet', '8']],
    ['net salary on acme.net and a .network', ['net', 'salary', 'on', 'acme', 'net', 'and', 'a', 'network']],
    ['Node.js CI/CD', ['Node', 'js', 'CI', 'CD']],
    ['Łódź, Großraum, Ørsted', ['Lódź', 'Grossraum', 'Orsted']],
    ['ｆｕｌｌ ﬁt Ｃ＋＋', ['full', 'fit', 'C++']],
    ['مهندس מהנדס инженер', ['مهندس', 'מהנדס', 'инженер']],
    ['🚀 — … ½', ['1', '2']],
    ['+49 #all ++ # +#+', ['49', 'all']],
    ['', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  test('no text makes a word that begins as filter tokens do', () => {
    for (const text of [
      '#cde',
      ' #cde',
      '+#cde',
      'a#cde',
      '++#cde',
      '##cde',
      '"#cde"',
      '\n#s60',
      'C#cde',
      '#+#voffers',
    ]) {
      expect(foldText(text)).not.toMatch(/(^|[^\p{L}])[#+]/u)
    }
  })
})
