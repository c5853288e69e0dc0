import { tries } from './counts'
import { testPowerCuts } from './power-cut-of'

testPowerCuts('XFS', tries(2, 300))
