import { describe, expect, it } from 'vitest'
import { readLanguage } from '../language.ts'
import { readSkills } from './skills.ts'

// Texts written for this project: broad practices, asked for, listed, told by a tool and mentioned in passing.
const SENTENCES: readonly (readonly [text: string, expected: string])[] = [
  ['You have experience with test automation.', 'Test Automation'],
  ['Requirements\n- Python\n- Unit testing', 'Python, Unit Testing'],
  [
    'You own unit tests, integration tests and end-to-end tests.',
    'Unit Testing, Integration Testing, End-to-End Testing',
  ],
  ['Playwright is welcome, because our end-to-end tests are in a sad state.', 'Playwright'],
  ['You know how to run load tests with k6.', 'k6'],
  ['Ervaring met unit tests in xUnit.', 'xUnit'],
  ['Testy integracyjne opieramy na Testcontainers.', 'Testcontainers'],
  ['Du underhåller vårt designsystem i Storybook.', 'Storybook'],
  ['Releases go out after a code review.', ''],
  ['Une certification CKA est un plus, Istio aussi.', 'Istio'],
]

describe('readSkills, of broad practices and certificates', () => {
  it.each(SENTENCES)('reads %j as %j', (descriptionText, expected) => {
    const facts = readSkills({ title: 'Opening', descriptionText, language: readLanguage(descriptionText) })
    expect(facts.map(({ name }) => name).join(', ')).toBe(expected)
  })
})
