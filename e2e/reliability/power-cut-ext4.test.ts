import { tries } from './counts'
import { testPowerCuts } from './power-cut-of'

testPowerCuts('ext4', tries(20, 300))
