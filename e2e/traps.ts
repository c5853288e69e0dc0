/**
 * Our own text with every trap of offsets: an emoji outside the Basic Multilingual Plane, a decomposed
 * and a precomposed accent, curly quotes, CRLF line ends, a hard break, a Hebrew sentence.
 */
export const trapsText = [
  ' date 2031-03-14 PORT VELL, March 14. /NORDA/. The ferry was “safe in May” 😡, the harbour office said.',
  '',
  '“We counted 1,450 passengers,” Rene\u0301e Dvo\u0159\u00e1k said, “and not one lifeboat was missing.”',
  'She did not name the captain.',
  '',
  '\u05d4\u05de\u05e2\u05d1\u05d5\u05e8\u05ea \u05d8\u05d1\u05e2\u05d4 \u05d1\u05dc\u05d9\u05dc\u05d4.',
  '',
  'Rescuers spoke of 14 dead; the ministry of “at least 19” 😡😡.',
  '',
].join('\r\n')
