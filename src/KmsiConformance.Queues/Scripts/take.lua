-- Gives the longest scenario that waits. Those whose lease has run out wait again: whoever had them is lost.
-- KEYS plan, waiting, weights, leases, holders, losses, done · ARGV holder, lease in ms, days to keep it in ms
-- Returns what came of it ('given', 'wait', 'over' or 'gone'), the scenario, how often it was lost, and how many are done.
if redis.call('EXISTS', KEYS[1]) == 0 then
    return { 'gone', '', 0, 0 }
end
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[4], '-inf', string.format('%.0f', now))) do
    redis.call('ZREM', KEYS[4], id)
    redis.call('HDEL', KEYS[5], id)
    redis.call('HINCRBY', KEYS[6], id, 1)
    redis.call('ZADD', KEYS[2], redis.call('HGET', KEYS[3], id), id)
end
local done = redis.call('HLEN', KEYS[7])
local longest = redis.call('ZREVRANGE', KEYS[2], 0, 0)
if #longest == 0 then
    return { redis.call('ZCARD', KEYS[4]) == 0 and 'over' or 'wait', '', 0, done }
end
local id = longest[1]
redis.call('ZREM', KEYS[2], id)
redis.call('ZADD', KEYS[4], string.format('%.0f', now + tonumber(ARGV[2])), id)
redis.call('HSET', KEYS[5], id, ARGV[1])
for i = 1, 7 do
    redis.call('PEXPIRE', KEYS[i], ARGV[3])
end
return { 'given', id, tonumber(redis.call('HGET', KEYS[6], id) or '0'), done }
