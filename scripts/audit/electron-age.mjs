/** Electron looks after its three latest major versions: https://www.electronjs.org/docs/latest/tutorial/electron-timelines */
const supportedMajors = 3

/**
 * @param {string} ours the version that ships
 * @param {string} latest
 * @returns {{ isSupported: boolean, sentence: string }}
 */
export function judgeElectron(ours, latest) {
  const behind = majorOf(latest) - majorOf(ours)
  const isSupported = behind < supportedMajors
  const sentence = isSupported
    ? `Electron ${ours} ships; the latest is ${latest}, and its major version is looked after${ours === latest ? '' : ': take the latest of it before a release'}.`
    : `Electron ${ours} ships, and ${latest} is out: nobody mends ${majorOf(ours)} any more. Take one of the latest ${supportedMajors} major versions.`
  return { isSupported, sentence }
}

/** @param {string} version */
const majorOf = version => Number(version.split('.')[0])
