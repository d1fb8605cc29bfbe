-- The first worker brings the plan; all others must have the same.
-- KEYS plan, waiting, weights
-- ARGV fingerprint, text of the plan, days to keep it in ms, a name that no other filling has, then id and weight of each scenario
-- Returns whether it is the same plan (1) or not (0), the text of the plan that is there, and the name of this filling: a queue that was
-- lost and is filled again is another one, whose workers know nothing of what was done before.
local known = redis.call('HGET', KEYS[1], 'fingerprint')
if known then
    return { known == ARGV[1] and 1 or 0, redis.call('HGET', KEYS[1], 'text'), redis.call('HGET', KEYS[1], 'filling') }
end
redis.call('HSET', KEYS[1], 'fingerprint', ARGV[1], 'text', ARGV[2], 'filling', ARGV[4], 'scenarios', string.format('%.0f', (#ARGV - 4) / 2))
for i = 5, #ARGV, 2 do
    redis.call('ZADD', KEYS[2], ARGV[i + 1], ARGV[i])
    redis.call('HSET', KEYS[3], ARGV[i], ARGV[i + 1])
end
for i = 1, 3 do
    redis.call('PEXPIRE', KEYS[i], ARGV[3])
end
return { 1, ARGV[2], ARGV[4] }
