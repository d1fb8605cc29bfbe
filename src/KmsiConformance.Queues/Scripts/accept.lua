-- The first result counts, whoever holds the lease by now.
-- KEYS plan, waiting, leases, holders, done · ARGV filling, scenario, worker
-- Returns 1 where this one counts, also where it was accepted before and the answer was lost; 0 where another was first; -1 where
-- the queue is not there any more.
if redis.call('HGET', KEYS[1], 'filling') ~= ARGV[1] then
    return -1
end
local first = redis.call('HGET', KEYS[5], ARGV[2])
if first then
    return first == ARGV[3] and 1 or 0
end
redis.call('HSET', KEYS[5], ARGV[2], ARGV[3])
redis.call('ZREM', KEYS[2], ARGV[2])
redis.call('ZREM', KEYS[3], ARGV[2])
redis.call('HDEL', KEYS[4], ARGV[2])
return 1
