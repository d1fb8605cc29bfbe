-- What was interrupted waits again, and was not lost.
-- KEYS waiting, weights, leases, holders, plan · ARGV scenario, holder, filling
if redis.call('HGET', KEYS[5], 'filling') == ARGV[3] and redis.call('HGET', KEYS[4], ARGV[1]) == ARGV[2] then
    redis.call('ZREM', KEYS[3], ARGV[1])
    redis.call('HDEL', KEYS[4], ARGV[1])
    redis.call('ZADD', KEYS[1], redis.call('HGET', KEYS[2], ARGV[1]), ARGV[1])
end
return 0
