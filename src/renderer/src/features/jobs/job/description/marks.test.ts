import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMarks, type Needles } from './marks.ts'

/** The marked words of each piece, visa marks in « », skills in [ ]. */
function marked(pieces: readonly string[], needles: Partial<Needles>): string[] {
  const ranges = findMarks(pieces, { sentence: null, skills: [], ...needles })
  return pieces.map((piece, index) => {
    let text = ''
    let at = 0
    for (const range of ranges[index] ?? []) {
      const [open, close] = range.kind === 'visa' ? ['«', '»'] : ['[', ']']
      text += piece.slice(at, range.start) + open + piece.slice(range.start, range.end) + close
      at = range.end
    }
    return text + piece.slice(at)
  })
}

test('a sentence is marked once, where it first stands', () => {
  expect(marked(['We help. We help.'], { sentence: 'We help.' })).toEqual(['«We help.» We help.'])
})

test('a sentence that runs over a bold word is marked in each piece', () => {
  expect(marked(['We do ', 'not', ' sponsor visas. Sorry.'], { sentence: 'We do not sponsor visas.' })).toEqual([
    '«We do »',
    '«not»',
    '« sponsor visas.» Sorry.',
  ])
})

test.each([
  ['line breaks and tabs', ['We offer\n\t visa help.']],
  ['a no-break space', ['We offer\u00a0visa help.']],
  ['a tag instead of a space', ['We offer', 'visa help.']],
])('white space may differ: %s', (_name, pieces) => {
  const text = marked(pieces, { sentence: 'We offer visa help.' }).join('')
  expect(text.replaceAll('»«', '')).toMatch(/^«We offer\s*visa help\.»$/)
})

test('a sentence with characters that mean something in patterns', () => {
  expect(marked(['a (C++) [x] $5? yes'], { sentence: '(C++) [x] $5?' })).toEqual(['a «(C++) [x] $5?» yes'])
})

test('a sentence that is not there marks nothing', () => {
  expect(marked(['Nothing here.'], { sentence: 'We sponsor.' })).toEqual(['Nothing here.'])
  expect(marked(['Nothing here.'], { sentence: '  ' })).toEqual(['Nothing here.'])
})

test.each([
  ['C', 'C, C++ and C# in C.', '[C], C++ and C# in [C].'],
  ['C++', 'C, C++ and C# (C++17)', 'C, [C++] and C# (C++17)'],
  ['R', 'R&D in R, React', '[R]&D in [R], React'],
  ['Go', 'Go, Google, "Go" to go', '[Go], Google, "[Go]" to go'],
  ['.NET', 'ASP.NET and .NET 9', 'ASP[.NET] and [.NET] 9'],
  ['SQL', 'PostgreSQL or SQL', 'PostgreSQL or [SQL]'],
  ['scikit-learn', 'scikit-learn/CI', '[scikit-learn]/CI'],
  ['CI/CD', 'CI/CD (and CI)', '[CI/CD] (and CI)'],
  ['Größe', 'Größe, Übergröße', '[Größe], Übergröße'],
])('%s is marked as a whole word only', (skill, text, expected) => {
  expect(marked([text], { skills: [skill] })).toEqual([expected])
})

test('the longer name wins where two begin alike', () => {
  expect(marked(['React Native and React'], { skills: ['React', 'React Native'] })).toEqual([
    '[React Native] and [React]',
  ])
})

test('words of neighbouring blocks do not run together', () => {
  expect(marked(['Python', '\n', 'Django'], { skills: ['Python', 'Django'] })).toEqual(['[Python]', '\n', '[Django]'])
})

test('a skill inside the visa sentence is left to the sentence', () => {
  expect(
    marked(['Python: we sponsor Python people.'], { sentence: 'we sponsor Python people.', skills: ['Python'] }),
  ).toEqual(['[Python]: «we sponsor Python people.»'])
})

test('ranges stay inside their piece, in order, without overlap', () => {
  const word = fc.constantFrom('C', 'C++', 'Go', 'visa', ' ', '\n', '.', 'x')
  const pieces = fc.array(
    fc.array(word, { maxLength: 12 }).map((words) => words.join('')),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(
      pieces,
      fc.array(word),
      fc.option(fc.array(word).map((words) => words.join(''))),
      (texts, skills, sentence) => {
        const found = findMarks(texts, { sentence, skills })
        expect(found).toHaveLength(texts.length)
        found.forEach((ranges, index) => {
          let at = 0
          for (const range of ranges) {
            expect(range.start).toBeGreaterThanOrEqual(at)
            expect(range.end).toBeGreaterThan(range.start)
            at = range.end
          }
          expect(at).toBeLessThanOrEqual(texts[index]?.length ?? 0)
        })
      },
    ),
  )
})
