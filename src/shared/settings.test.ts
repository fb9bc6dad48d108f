import { expect, test } from 'vitest'
import { settingsSchema } from './settings.ts'

test.each([
  [{ openai: 'https://proxy.example/v1' }, true],
  [{ openai: 'http://proxy.example/v1' }, false],
  [{ groq: 'http://127.0.0.1:8080' }, false],
  [{ google: 'HTTP://proxy.example' }, false],
  [{ compatible: 'http://192.168.1.7:1234/v1', anthropic: 'https://proxy.example' }, true],
  [{ compatible: 'ftp://192.168.1.7' }, false],
])('addresses of language models %o: taken %s', (aiBaseUrls, isTaken) => {
  expect(settingsSchema.safeParse({ aiBaseUrls }).success).toBe(isTaken)
})
