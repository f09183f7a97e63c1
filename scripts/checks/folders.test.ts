import { expect, test } from 'vitest'
import { crowdedFolders } from './folders.ts'

const filesIn = (folder: string, count: number) => Array.from({ length: count }, (_, at) => `${folder}/file-${at}.ts`)

test('a folder with thirty files is fine, and one more is named with its count', () => {
  expect(crowdedFolders([...filesIn('app/few', 30), ...filesIn('app/many', 31)])).toEqual([
    { folder: 'app/many', count: 31 },
  ])
})

test('tests beside the files and the files of folders inside it do not count', () => {
  expect(crowdedFolders([...filesIn('app', 30), 'app/file.test.ts', ...filesIn('app/room', 30)])).toEqual([])
})
