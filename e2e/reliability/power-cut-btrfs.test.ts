import { tries } from './counts'
import { testPowerCuts } from './power-cut-of'

testPowerCuts('btrfs', tries(2, 300))
